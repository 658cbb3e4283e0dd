import { claim } from '../claims/claim.ts';
import type { Row } from '../claims/table.ts';
import { messageOf } from '../message-of.ts';
import type { Launcher, Runtime, Task } from './runtime.ts';

/** Finds a runtime, and has it try all claims. */
export async function tryRuntime({ name, find }: Runtime, task: Task): Promise<Row> {
  let launcher: Launcher;
  try {
    launcher = await find();
  } catch (error) {
    return { name, version: '', absent: messageOf(error), claims: [] };
  }
  const { version } = launcher;
  const before = task.place.followed;
  try {
    const claims = await launcher.claims(task);
    const stayed = await claim('nobody followed', async () => {
      if (task.place.followed > before) throw new Error('the redirect was followed');
      return 'no request to where the redirect leads';
    });
    return { name, version, claims: [...claims, stayed] };
  } catch (error) {
    return { name, version, claims: [{ name: 'ran', ok: false, detail: String(error), ms: 0 }] };
  }
}
