using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Lossary.Data;

namespace Lossary.Cli;

/// <summary>The commands, and what becomes of their errors.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line and returns the exit code.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="shell">Where it reads and writes.</param>
    /// <param name="cancellation">Does what Ctrl-C does.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Shell shell, CancellationToken cancellation = default)
    {
        using CancellationTokenSource interrupt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ConsoleCancelEventHandler onInterrupt = (_, pressed) =>
        {
            // Once: finish and say where one stood. Twice: the process's default, which ends it.
            pressed.Cancel = !interrupt.IsCancellationRequested;
            interrupt.Cancel();
        };
        Console.CancelKeyPress += onInterrupt;
        try
        {
            ParseResult parsed = Root(shell).Parse(arguments);
            if (Misread(parsed) is string misread)
            {
                string help = string.Join(' ', ["lossary", .. Path(parsed), "--help"]);
                return Fail(shell, ExitCode.BadUsage, $"{misread} Try '{help}'.");
            }

            InvocationConfiguration configuration = new()
            {
                Output = shell.Out,
                Error = shell.Error,
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(configuration, interrupt.Token).ConfigureAwait(false);
        }
        catch (UsageException error)
        {
            return Fail(shell, ExitCode.BadUsage, error.Message);
        }
        catch (DataFileException error)
        {
            return Fail(shell, ExitCode.BadData, error.Message);
        }
        catch (FetchException error)
        {
            return Fail(shell, ExitCode.Failed, error.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(shell, ExitCode.Interrupted, "Interrupted.");
        }
        finally
        {
            Console.CancelKeyPress -= onInterrupt;
        }
    }

    /// <summary>What is wrong with the line; an unknown option must not pass for a file or a text to search.</summary>
    private static string? Misread(ParseResult parsed)
    {
        // A line to be completed leaves words unmatched as well, but no error.
        if (parsed is { Errors.Count: > 0, UnmatchedTokens.Count: > 0, CommandResult.Command: RootCommand root })
        {
            string known = string.Join(", ", root.Subcommands.Select(command => command.Name));
            return $"There is no command '{parsed.UnmatchedTokens[0]}'; there are {known}.";
        }

        if (parsed.Errors.Count > 0)
        {
            return parsed.Errors[0].Message;
        }

        Token? option = parsed.Tokens.FirstOrDefault(
            token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal));
        return option is null ? null : $"There is no option '{option.Value}'.";
    }

    private static RootCommand Root(Shell shell)
    {
        RootCommand root = new(
            "Loss functions: which one to train with on your data, and why. Output is UTF-8 whatever the locale; "
            + "TERM=dumb asks for plain ASCII, NO_COLOR for no colours.")
        {
            RecommendCommand.Build(shell),
            CompareCommand.Build(shell),
            ProfileCommand.Build(shell),
            LossesCommand.Build(shell),
            ShowCommand.Build(shell),
            PlotCommand.Build(shell),
            TranslateCommand.Build(shell),
            EvaluateCommand.Build(shell),
            DataCommand.Build(shell),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static IEnumerable<string> Path(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand
            ? []
            : parsed.CommandResult.Parent is CommandResult { Command: not RootCommand } parent
            ? [parent.Command.Name, parsed.CommandResult.Command.Name]
            : [parsed.CommandResult.Command.Name];

    private static int Fail(Shell shell, int code, string message)
    {
        shell.Error.WriteLine(shell.Spell($"lossary: {message}"));
        return code;
    }
}
