import { readArguments } from './arguments.ts';
import { UsageError } from './cli-errors.ts';
import type { Command, Option } from './command.ts';
import { EXIT } from './exit-code.ts';

/** A command, with the line that the overview has of it. */
export type Listed = Command & { readonly summary: string };

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The command that writes what a shell completes by, out of the tables that the helps are made from. */
export function completion(commands: () => Promise<readonly Listed[]>): Command {
  return {
    name: 'completion',
    usage: ['bash|zsh|fish'],
    about:
      'Writes a script by which a shell completes commands, options, and the words that an option takes.\n\nbash: add to ~/.bashrc: source <(exa-enrichments completion bash)\n\nzsh: write it to a file _exa-enrichments in a folder of $fpath, before compinit\n\nfish: write it to ~/.config/fish/completions/exa-enrichments.fish',
    options: {},
    examples: [
      'completion zsh > ~/.zfunc/_exa-enrichments',
      'completion fish > ~/.config/fish/completions/exa-enrichments.fish',
    ],
    exits: '0 written, 2 wrong usage.',
    takes: SHELLS,
    run: async (args, { out }) => {
      const { positionals } = readArguments(args, {});
      const [shell, ...more] = positionals;
      const known = SHELLS.find((one) => one === shell);
      if (known === undefined || more.length > 0)
        throw new UsageError(`completion needs the name of a shell: ${SHELLS.join(', ')}`);
      const write = { bash, zsh, fish }[known];
      out.write(write(await commands()));
      return EXIT.clean;
    },
  };
}

/** What a shell is to offer for a value: files, folders, words, or nothing. */
function offerOf({ value = '', words }: Option): 'file' | 'folder' | readonly string[] {
  if (words !== undefined) return words;
  if (value.startsWith('FILE')) return 'file';
  return value === 'DIR' ? 'folder' : [];
}

const optionsOf = ({ options }: Command): readonly string[] => [
  ...Object.keys(options).map((name) => `--${name}`),
  '--help',
];

/** A line for each, since a name may hold blanks. */
const bashWords = (words: readonly string[]): string => `$'${words.join('\\n')}'`;

function bash(commands: readonly Listed[]): string {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap((command) =>
    Object.entries(command.options).flatMap(([name, option]) => {
      if (option.type === 'boolean') return [];
      const offer = offerOf(option);
      const reply =
        offer === 'file'
          ? 'COMPREPLY=($(compgen -f -- "$cur"))'
          : offer === 'folder'
            ? 'COMPREPLY=($(compgen -d -- "$cur"))'
            : `COMPREPLY=($(compgen -W ${bashWords(offer)} -- "$cur"))`;
      return [`    '${command.name} --${name}') ${reply}; return ;;\n`];
    }),
  );
  const options = commands.map(
    (command) => `    ${command.name}) options=${bashWords(optionsOf(command))} ;;\n`,
  );
  const takes = commands.flatMap(({ name, takes }) =>
    takes === undefined
      ? []
      : [
          `    ${name}) COMPREPLY=($(compgen ${takes === 'files' ? '-f' : `-W ${bashWords(takes)}`} -- "$cur")) ;;\n`,
        ],
  );
  return `# bash completion of exa-enrichments
_exa_enrichments() {
  # A name may hold blanks; the bash of macOS has no mapfile.
  local IFS=$'\\n'
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} options=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W ${bashWords([...names, 'help', '--help', '--version'])} -- "$cur"))
    return
  fi
  # bash splits at an equals sign.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  case "$command $prev" in
${values.join('')}  esac
  case $command in
    help) COMPREPLY=($(compgen -W ${bashWords(names)} -- "$cur")); return ;;
${options.join('')}  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  case $command in
${takes.join('')}  esac
}
complete -o filenames -o bashdefault -F _exa_enrichments exa-enrichments
`;
}

/** Of zsh in single quotes: brackets and colons are its own. */
const zshText = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&').replaceAll("'", "'\\''");

function zsh(commands: readonly Listed[]): string {
  const cases = commands.map((command) => {
    const rows = Object.entries(command.options).map(([name, option]) => {
      const offer = offerOf(option);
      const action = offer === 'file' ? '_files' : offer === 'folder' ? '_files -/' : `(${offer.join(' ')})`;
      const value = option.type === 'boolean' ? '' : `:${zshText(option.value ?? 'value')}:${action}`;
      return `      '${option.multiple ? '*' : ''}--${name}[${zshText(option.help)}]${value}'`;
    });
    const { takes } = command;
    const rest =
      takes === undefined
        ? []
        : [`      '*:argument:${takes === 'files' ? '_files' : `(${takes.join(' ')})`}'`];
    return `    ${command.name}) _arguments ${[...rows, "      '--help[tell the options]'", ...rest].map((row) => `\\\n${row}`).join(' ')} ;;\n`;
  });
  return `#compdef exa-enrichments
_exa_enrichments() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${zshText(summary)}'\n`).join('')}    'help:tell what a command does'
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
    help) _describe command commands ;;
${cases.join('')}  esac
}
if [[ $funcstack[1] == _exa_enrichments ]]; then
  _exa_enrichments "$@"
else
  compdef _exa_enrichments exa-enrichments
fi
`;
}

const fishText = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

function fish(commands: readonly Listed[]): string {
  const lines = commands.flatMap((command) => {
    const within = `complete -c exa-enrichments -n '__fish_seen_subcommand_from ${command.name}'`;
    const rows = Object.entries(command.options).map(([name, option]) => {
      const offer = offerOf(option);
      const value =
        option.type === 'boolean'
          ? ''
          : offer === 'file'
            ? ' -r -F'
            : offer === 'folder'
              ? " -x -a '(__fish_complete_directories)'"
              : ` -x -a ${fishText(offer.join(' '))}`;
      return `${within} -l ${name} -d ${fishText(option.help)}${value}`;
    });
    const { takes } = command;
    const rest =
      takes === undefined
        ? []
        : [`${within} ${takes === 'files' ? '-F' : `-a ${fishText(takes.join(' '))}`}`];
    return [
      `complete -c exa-enrichments -n __fish_use_subcommand -a ${command.name} -d ${fishText(command.summary)}`,
      ...rows,
      `${within} -l help -d 'tell the options'`,
      ...rest,
    ];
  });
  return `# fish completion of exa-enrichments
complete -c exa-enrichments -f
complete -c exa-enrichments -n __fish_use_subcommand -a help -d 'tell what a command does'
complete -c exa-enrichments -n '__fish_seen_subcommand_from help' -a ${fishText(commands.map(({ name }) => name).join(' '))}
${lines.join('\n')}
`;
}
