// Runs what was compiled, one file after the other, and prints what each of them says.
const { files, args } = JSON.parse(process.argv[2]);
const results = {};
for (const file of files)
  results[file] = await import(file).then(({ main }) => main(...args)).catch(String);
console.log(JSON.stringify(results));
