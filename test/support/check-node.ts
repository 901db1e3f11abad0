/** Refuses to run the tests on a Node the database driver cannot load in, before it fails without a word. */
export default function checkNode(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 22) {
    throw new Error(
      `These tests need Node 22 or later, and this is ${process.versions.node}. Run them with: npm test`,
    );
  }
}
