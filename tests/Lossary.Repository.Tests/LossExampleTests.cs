using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Lossary.Cli;
using Lossary.Losses;

namespace Lossary.Repository.Tests;

/// <summary>The code on every loss's page is compiled, runs, and prints what stands below it.</summary>
public sealed class LossExampleTests
{
    private const string Namespaces =
        """
        using System;
        using System.Linq;
        using Lossary.Losses;
        using Lossary.Numerics;
        using Lossary.Tensors;

        """;

    /// <summary>Stands in for the process's own, which other tests write to at the same time.</summary>
    private const string Console =
        """
        public static class Console
        {
            public static System.Text.StringBuilder Written { get; } = new();
            public static void WriteLine(string line) => Written.Append(line).Append('\n');
        }
        """;

    [Fact]
    public async Task The_code_of_every_page_compiles_and_prints_what_the_page_says()
    {
        LossExample[] examples = [.. LossCatalogue.All.Select(LossExample.Of)];
        string folder = Directory.CreateTempSubdirectory("lossary-examples-").FullName;
        AssemblyLoadContext context = new("examples", isCollectible: true);
        try
        {
            string program = await CompileAsync(Program(examples), folder);
            Assembly assembly = context.LoadFromStream(new MemoryStream(await File.ReadAllBytesAsync(program)));
            StringBuilder written =
                (StringBuilder)assembly.GetType("Console")!.GetProperty("Written")!.GetValue(null)!;
            for (int i = 0; i < examples.Length; i++)
            {
                written.Clear();
                assembly.GetType("Examples")!.GetMethod($"Example{i}")!.Invoke(null, null);
                string key = LossCatalogue.All[i].Card.Key;
                Assert.Equal($"{key}: {examples[i].Output}", $"{key}: {written.ToString().TrimEnd('\n')}");
            }
        }
        finally
        {
            context.Unload();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Program(LossExample[] examples)
    {
        StringBuilder code = new(Namespaces);
        code.Append(Console).Append("\npublic static class Examples\n{\n");
        foreach ((int index, LossExample example) in examples.Index())
        {
            IEnumerable<string> lines = example.Code.Split('\n')
                .Where(line => !line.StartsWith("using ", StringComparison.Ordinal));
            code.Append(CultureInfo.InvariantCulture, $"public static void Example{index}()\n{{\n");
            code.AppendJoin('\n', lines).Append("\n}\n");
        }

        return code.Append("}\n").ToString();
    }

    /// <summary>By the SDK's own compiler, against the libraries beside this test.</summary>
    private static async Task<string> CompileAsync(string code, string folder)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string root = Path.GetFullPath(Path.Combine(framework, "..", "..", ".."));
        string compiler = Directory.EnumerateFiles(Path.Combine(root, "sdk"), "csc.dll", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        string source = Path.Combine(folder, "Examples.cs");
        string program = Path.Combine(folder, "Examples.dll");
        await File.WriteAllTextAsync(source, code);
        IEnumerable<string> references = Directory.EnumerateFiles(framework, "System*.dll")
            .Where(path => !path.Contains(".Native", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "Lossary.*.dll"))
            .Append(Path.Combine(AppContext.BaseDirectory, "System.Numerics.Tensors.dll"));
        string options = Path.Combine(folder, "options.rsp");
        await File.WriteAllLinesAsync(
            options,
            ["-nologo", "-target:library", "-nullable:enable", "-langversion:latest", $"-out:\"{program}\"",
                .. references.Select(path => $"-reference:\"{path}\""), $"\"{source}\""]);
        ProcessStartInfo start = new("dotnet", ["exec", compiler, $"@{options}"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return program;
    }
}
