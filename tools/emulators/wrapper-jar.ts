import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

const mainClass = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const manifestName = 'META-INF/MANIFEST.MF';

/**
 * Writes a jar that starts another one. Google Cloud CLI's Firestore emulator names no main class, and the Firebase CLI can only run `java -jar`.
 * A jar is a zip file, and one that holds nothing but an uncompressed manifest is short enough to write by hand.
 */
export function writeWrapperJar(wrapperPath: string, jarPath: string): void {
  const manifest = Buffer.from(
    `${manifestLine(`Manifest-Version: 1.0`)}${manifestLine(`Main-Class: ${mainClass}`)}${manifestLine(`Class-Path: ${pathToFileURL(jarPath).href}`)}\n`,
  );
  const jar = zipOfOneFile(manifestName, manifest);
  if (existsSync(wrapperPath) && readFileSync(wrapperPath).equals(jar)) return;
  mkdirSync(dirname(wrapperPath), { recursive: true });
  // Written aside and then moved, since a Java that runs from the old one must not see it half written.
  writeFileSync(`${wrapperPath}.${process.pid}`, jar);
  renameSync(`${wrapperPath}.${process.pid}`, wrapperPath);
}

/** A manifest line has at most 72 bytes; what is left goes on in lines that start with a space. */
function manifestLine(line: string): string {
  const pieces = [line.slice(0, 70)];
  for (let at = 70; at < line.length; at += 69) pieces.push(line.slice(at, at + 69));
  return `${pieces.join('\n ')}\n`;
}

function zipOfOneFile(name: string, content: Buffer): Buffer {
  const nameBytes = Buffer.from(name);
  const shared = sharedHeader(nameBytes, content);
  const localEntry = Buffer.concat([signature(0x04034b50), shared, nameBytes, content]);
  const directoryTail = Buffer.alloc(14);
  const directory = Buffer.concat([signature(0x02014b50), twoBytes(20), shared, directoryTail, nameBytes]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(localEntry.length, 12);
  return Buffer.concat([localEntry, directory, signature(0x06054b50), end]);
}

/** The 26 bytes that a zip entry and its line in the directory have in common: version, no flags, stored, 1 January 1980, checksum and sizes. */
function sharedHeader(nameBytes: Buffer, content: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(content.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(nameBytes.length, 22);
  return header;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function twoBytes(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
