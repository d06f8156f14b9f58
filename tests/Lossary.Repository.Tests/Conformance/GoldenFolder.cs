using Lossary.Conformance;

namespace Lossary.Repository.Tests;

/// <summary>A folder of golden files made for a test, and what the conformance program says of it.</summary>
internal sealed class GoldenFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lossary-golden-").FullName;

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    /// <summary>A case of the squared loss: 1 against 3 costs 4.</summary>
    public static string SquaredLoss(
        string id = "losses_torch/mse_loss/one", string operation = "mse_loss", double cost = 4) =>
        $$$"""
        {"id": "{{{id}}}", "op": "{{{operation}}}", "dtype": "float64", "args": {}, "tags": [],
         "inputs": {"input": {"dtype": "float64", "shape": [1], "data": [1]},
                    "target": {"dtype": "float64", "shape": [1], "data": [3]}},
         "expected": {"value": {"none": {"dtype": "float64", "shape": [1], "data": [{{{cost}}}]} } } }
        """;

    /// <summary>Writes a golden file of some cases.</summary>
    public GoldenFolder With(string name, string group, params string[] cases) => WithText(
        name,
        $$$"""
        {"schema": "golden-1", "group": "{{{group}}}", "tol": {"float64": [1e-9, 1e-12]},
         "cases": [{{{string.Join(",\n", cases)}}}]}
        """);

    /// <summary>Writes a file of any text.</summary>
    public GoldenFolder WithText(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name + ".json"), text);
        return this;
    }

    /// <summary>Runs the program over the folder, or over those given.</summary>
    public GoldenFolder Run(params string[] folders)
    {
        using StringWriter output = new(), errors = new();
        ExitCode = ConformanceRun.Run(folders.Length == 0 ? [_folder] : folders, output, errors);
        Output = output.ToString();
        Errors = errors.ToString();
        return this;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
