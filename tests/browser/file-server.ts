import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Serves a folder as it is, as a host of static pages does. `hidden` paths are answered with 404. */
export async function serveFolder(
  folder: string,
  hidden: (pathname: string) => boolean = () => false,
): Promise<{ url: URL; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = path.join(
      folder,
      decodeURIComponent(pathname),
      pathname.endsWith("/") ? "index.html" : "",
    );
    void (hidden(pathname) ? Promise.reject(new Error("hidden")) : readFile(file)).then(
      (content) => {
        response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: new URL(`http://localhost:${port}/`), close };
}
