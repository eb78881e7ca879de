/**
 * Loaded before the Firebase CLI where all functions run in one process. The CLI tells that process by a message which function the next call is for, and calls
 * by another way without waiting: a call that overtakes its message is answered by the function before it. Whatever the process answers after the message has
 * been sent, it answers with the message read.
 */
const { get } = require('node:http');
const { join } = require('node:path');
const { RuntimeWorker } = require(join(__dirname, '..', '..', 'node_modules', 'firebase-tools', 'lib', 'emulator', 'functionsRuntimeWorker.js'));

const { sendDebugMsg } = RuntimeWorker.prototype;
RuntimeWorker.prototype.sendDebugMsg = async function (message) {
  await sendDebugMsg.call(this, message);
  await new Promise((resolve, reject) => {
    const asked = get({ ...this.runtime.conn.httpReqOpts(), path: '/__/health' }, (answer) => void answer.resume().on('end', resolve));
    asked.on('error', reject);
  });
};
