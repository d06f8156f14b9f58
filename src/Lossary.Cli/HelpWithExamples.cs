using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Lossary.Cli;

/// <summary>The help of a command, with its examples below.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly ConditionalWeakTable<Command, string[]> Examples = [];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Adds examples to a command's help.</summary>
    public static void Add(Command command, params string[] examples) => Examples.Add(command, examples);

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        string[] examples = command is RootCommand
            ? [.. command.Subcommands.SelectMany(of => Of(of).Take(1))]
            : Of(command);
        if (examples.Length > 0)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in examples)
            {
                output.WriteLine("  " + example);
            }
        }

        return code;
    }

    private static string[] Of(Command command) =>
        Examples.TryGetValue(command, out string[]? examples) ? examples : [];
}
