using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Lossary.Cli;

/// <summary>The help of a command, with its examples below.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = [];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Adds examples to a command's help.</summary>
    public static void Add(Command command, params string[] examples) => Examples[command.Name] = examples;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        string name = parseResult.CommandResult.Command.Name;
        string[] examples = parseResult.CommandResult.Command is RootCommand
            ? [.. Examples.Values.Select(of => of[0])]
            : Examples.GetValueOrDefault(name, []);
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
}
