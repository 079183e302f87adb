import { join } from "node:path";
import {
  type ChannelCredentials,
  type ClientOptions,
  type ClientReadableStream,
  type ClientUnaryCall,
  loadPackageDefinition,
  type Metadata,
  type ServiceError,
} from "@grpc/grpc-js";
import { loadSync, type MessageTypeDefinition } from "@grpc/proto-loader";
import type { Asker, ExecutePlanRequest, ExecutePlanResponse, Relation } from "./messages.ts";

type Callback<Response> = (error: ServiceError | null, response?: Response) => void;

/** The calls of connect.proto. */
export interface Service {
  ExecutePlan(
    request: ExecutePlanRequest,
    metadata: Metadata,
  ): ClientReadableStream<ExecutePlanResponse>;
  Interrupt(
    request: Asker & { readonly interrupt_type: 3; readonly operation_id: string },
    metadata: Metadata,
    done: Callback<object>,
  ): ClientUnaryCall;
  ReleaseSession(request: Asker, metadata: Metadata, done: Callback<object>): ClientUnaryCall;
  close(): void;
}

type ServiceConstructor = new (
  address: string,
  credentials: ChannelCredentials,
  options: ClientOptions,
) => Service;

const definition = loadSync(join(import.meta.dirname, "connect.proto"), {
  keepCase: true,
  longs: String,
  oneofs: true,
});

const { SparkConnectService } = (
  loadPackageDefinition(definition) as unknown as {
    spark: { connect: { SparkConnectService: ServiceConstructor } };
  }
).spark.connect;

/** A client of the service at `host:port`. */
export function serviceClient(
  address: string,
  credentials: ChannelCredentials,
  options: ClientOptions,
): Service {
  return new SparkConnectService(address, credentials, options);
}

type RelationType = MessageTypeDefinition<Relation, Relation>;

/** A relation in the form in which plans carry it. */
export function encodeRelation(relation: Relation): Uint8Array {
  return (definition["spark.connect.Relation"] as unknown as RelationType).serialize(relation);
}
