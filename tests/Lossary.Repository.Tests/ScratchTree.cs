using System.Diagnostics;

namespace Lossary.Repository.Tests;

/// <summary>
/// A small copy of the tree with the real scripts and a <c>dotnet</c> of our own that writes down how it was called, so
/// that the scripts' logic is tested in milliseconds and nothing is built.
/// </summary>
internal sealed class ScratchTree : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lossary-tests-").FullName;

    public ScratchTree(string dotnet)
    {
        Write("bin/dotnet", "#!/usr/bin/env bash\necho \"$*\" >> \"$CALLS\"\n" + dotnet, executable: true);
        Write("calls", "");
        foreach (string script in (string[])["lossary", "test", "build/dotnet-sdk.sh"])
        {
            Write($"tree/{script}", Repository.ReadText(script), executable: true);
        }

        Write("tree/src/Program.cs", "");
        Write("tree/data/sample.csv", "");
        Write("tree/global.json", "{}");
        Write("tree/Directory.Build.props", "");
    }

    public string Tree => Path.Combine(_folder, "tree");

    /// <summary>How <c>dotnet</c> was called so far, an element a call.</summary>
    public string[] Calls => File.ReadAllLines(Path.Combine(_folder, "calls"));

    public string PathOf(string path) => Path.Combine(_folder, path);

    public void Write(string path, string text, bool executable = false)
    {
        string file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (executable && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public (int ExitCode, string Output, string Error) Run(string script, string input = "", params string[] arguments)
    {
        ProcessStartInfo start = new(script, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["PATH"] = PathOf("bin") + ":/usr/bin:/bin";
        start.Environment["CALLS"] = PathOf("calls");
        start.Environment["TREE"] = Tree;
        start.Environment.Remove("DOTNET_ROOT");
        using Process process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
