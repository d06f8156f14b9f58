using System.Globalization;
using System.Text.Json;

namespace Lossary.Training.Tests;

/// <summary>A case of tests/golden/metrics.json: what scikit-learn 1.2.1 computed.</summary>
internal sealed record GoldenMetrics(JsonElement Case)
{
    public string Operation => Case.GetProperty("op").GetString()!;

    public string Id => Case.GetProperty("id").GetString()!;

    public double[] Targets => Tensor("y_true");

    public int[] TargetClasses => [.. Targets.Select(value => (int)value)];

    public double[] Predictions => Tensor("y_pred");

    public int[] PredictedClasses => [.. Predictions.Select(value => (int)value)];

    public double[] Weights => Tensor("sample_weight");

    public double Expected => Number(Case.GetProperty("expected").GetProperty("value").GetProperty("data")[0]);

    public int Columns => Case.GetProperty("inputs").GetProperty("y_pred").GetProperty("shape")[1].GetInt32();

    public static IEnumerable<GoldenMetrics> ReadAll()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "tests", "golden", "metrics.json")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new FileNotFoundException("No tests/golden/metrics.json above the test's folder.");
        }

        using JsonDocument document =
            JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "tests", "golden", "metrics.json")));
        JsonElement cases = document.RootElement.GetProperty("cases");
        return [.. cases.EnumerateArray().Select(item => new GoldenMetrics(item.Clone()))];
    }

    public double Argument(string name) => Number(Case.GetProperty("args").GetProperty(name));

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture)
        : element.GetDouble();

    private double[] Tensor(string name) => Case.GetProperty("inputs").TryGetProperty(name, out JsonElement tensor)
        ? [.. tensor.GetProperty("data").EnumerateArray().Select(Number)]
        : [];
}
