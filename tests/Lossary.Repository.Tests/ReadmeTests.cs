using System.Diagnostics;
using System.Reflection;

namespace Lossary.Repository.Tests;

/// <summary>What README.md shows is compiled, runs, and prints what it says.</summary>
public sealed class ReadmeTests
{
    private static readonly Block[] Blocks = [.. Block.Of(Repository.ReadText("README.md"))];

    private static readonly Dictionary<string, string> Regions =
        RegionsOf(Repository.ReadText("tests/Lossary.Repository.Tests/ReadmeExamples.cs"));

    public static TheoryData<string> Examples =>
        [.. typeof(ReadmeExamples).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => method.Name)];

    public static TheoryData<string> Commands =>
        [.. Blocks.Where(block => block.Language == "sh")
            .SelectMany(block => block.Text.Split('\n'))
            .Where(line => line.StartsWith("./lossary ", StringComparison.Ordinal))];

    [Fact]
    public void Every_example_is_compiled_code() => Assert.Equal(
        Regions.Values.Order(StringComparer.Ordinal),
        Blocks.Where(block => block.Language == "csharp").Select(Code).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_stands_below_it(string example)
    {
        int place = Array.FindIndex(Blocks, block => block.Language == "csharp" && Code(block) == Regions[example]);
        Assert.True(place >= 0 && place + 1 < Blocks.Length, $"README.md has no example {example} with its output.");
        Assert.Equal(new Block("text", Output(example)), Blocks[place + 1]);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_ends_well(string command)
    {
        string folder = Directory.CreateTempSubdirectory("lossary-readme-").FullName;
        try
        {
            string program = Path.Combine(AppContext.BaseDirectory, "lossary.dll");
            ProcessStartInfo start = new("dotnet", [program, .. command.Split(' ')[1..]])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                WorkingDirectory = folder,
            };
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}: {await error}");
            Assert.NotEqual("", output.Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Namespaces are named at the head of the compiled file.
    private static string Code(Block block) => string.Join(
        '\n', block.Text.Split('\n').Where(line => !line.StartsWith("using ", StringComparison.Ordinal))).Trim('\n');

    private static string Output(string example)
    {
        TextWriter before = Console.Out;
        using StringWriter written = new() { NewLine = "\n" };
        Console.SetOut(written);
        try
        {
            typeof(ReadmeExamples).GetMethod(example)!.Invoke(null, null);
        }
        finally
        {
            Console.SetOut(before);
        }

        return written.ToString().TrimEnd('\n');
    }

    private static Dictionary<string, string> RegionsOf(string code)
    {
        Dictionary<string, string> regions = [];
        string[] lines = code.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int indent = lines[i].IndexOf("#region ", StringComparison.Ordinal);
            if (indent >= 0)
            {
                IEnumerable<string> inside = lines.Skip(i + 1)
                    .TakeWhile(line => !line.TrimStart().StartsWith("#endregion", StringComparison.Ordinal));
                regions[lines[i].Trim()["#region ".Length..]] =
                    string.Join('\n', inside.Select(line => line.Length < indent ? line : line[indent..]));
            }
        }

        return regions;
    }
}
