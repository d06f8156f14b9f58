using System.Text;
using System.Text.Json;

namespace Lossary.Cli.Tests;

/// <summary>What a command line ended with.</summary>
internal sealed record Outcome(int Code, string Out, string Error)
{
    /// <summary>Standard output as the one JSON document that it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;
}

/// <summary>Runs command lines in this process.</summary>
internal static class Invocation
{
    public static Task<Outcome> RunAsync(params string[] arguments) => RunAsync(120, "", arguments);

    public static async Task<Outcome> RunAsync(
        int width, string input, string[] arguments, CancellationToken cancellation = default)
    {
        using StringWriter output = new(), error = new();
        using MemoryStream stdin = new(Encoding.UTF8.GetBytes(input));
        Shell shell = new() { In = stdin, Out = output, Error = error, Width = width };
        int code = await CommandLine.RunAsync(arguments, shell, cancellation);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>
    /// Asserts that a command line is refused in one line on standard error, with nothing on standard output.
    /// </summary>
    public static async Task<string> RefusedAsync(int code, params string[] arguments)
    {
        Outcome outcome = await RunAsync(arguments);
        Assert.Equal("", outcome.Out);
        Assert.Equal(code, outcome.Code);
        string line = Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("lossary: ", line, StringComparison.Ordinal);
        return line;
    }
}
