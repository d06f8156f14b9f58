using System.Diagnostics;
using System.Text;

namespace Lossary.Cli.Tests;

/// <summary>Runs the built program as a process of its own.</summary>
internal static class BuiltProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static ProcessStartInfo Start(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "lossary.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string variable in (string[])["NO_COLOR", "CI"])
        {
            start.Environment.Remove(variable);
        }

        start.Environment["TERM"] = "xterm-256color";
        return start;
    }

    public static async Task<Outcome> RunAsync(ProcessStartInfo start, string input = "")
    {
        using Process process = Process.Start(start)!;
        using CancellationTokenSource limit = new(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }
}
