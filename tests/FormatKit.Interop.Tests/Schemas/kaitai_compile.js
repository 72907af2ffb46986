// Compiles declarations for Python with the compiler of Kaitai Struct.
//
// node kaitai_compile.js MODULES FOLDER    every FOLDER/*.ksy becomes FOLDER/*.py
const fs = require('fs');
const path = require('path');
const [modules, folder] = process.argv.slice(2).map((name) => path.resolve(name));
const compiler = require(path.join(modules, 'kaitai-struct-compiler'));
const yaml = require(path.join(modules, 'js-yaml'));

async function main() {
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.ksy'))) {
    const declaration = yaml.load(fs.readFileSync(path.join(folder, file), 'utf8'));
    const sources = await compiler.compile('python', declaration, null, true).catch((error) => {
      throw new Error(`${file}: ${error}`);
    });
    for (const [name, text] of Object.entries(sources)) {
      fs.writeFileSync(path.join(folder, name), text);
    }
  }
}

main().catch((error) => {
  console.error(String(error));
  process.exit(1);
});
