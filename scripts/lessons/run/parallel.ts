/** Works through `tasks` with at most `jobs` at a time; results come in the order of the tasks. */
export async function inParallel<Task, Result>(
  tasks: readonly Task[],
  jobs: number,
  work: (task: Task) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < tasks.length) {
      const index = next++;
      results[index] = await work(tasks[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, worker));
  return results;
}
