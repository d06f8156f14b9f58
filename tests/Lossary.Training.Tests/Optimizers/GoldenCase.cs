using System.Text.Json;

namespace Lossary.Training.Tests;

/// <summary>
/// A case of tests/golden, recorded from PyTorch 1.13.1: arguments, inputs, expected results, tolerance.
/// </summary>
public sealed class GoldenCase(JsonElement element, JsonElement tolerances)
{
    /// <summary>The case's name.</summary>
    public string Id => element.GetProperty("id").GetString()!;

    public JsonElement Arguments => element.GetProperty("args");

    public JsonElement Inputs => element.GetProperty("inputs");

    public JsonElement Expected => element.GetProperty("expected");

    /// <summary>All cases of an operation in a file.</summary>
    public static TheoryData<GoldenCase> Of(string file, string operation)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "data", file);
        JsonElement root = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        TheoryData<GoldenCase> cases = [];
        foreach (JsonElement item in root.GetProperty("cases").EnumerateArray())
        {
            if (item.GetProperty("op").GetString() == operation)
            {
                cases.Add(new GoldenCase(item, root.GetProperty("tol")));
            }
        }

        return cases;
    }

    public static double Number(JsonElement number) => number.ValueKind == JsonValueKind.String
        ? number.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        }
        : number.GetDouble();

    public static double[] Numbers(JsonElement tensor) =>
        [.. tensor.GetProperty("data").EnumerateArray().Select(Number)];

    /// <summary>Fails where numbers differ by more than the case allows.</summary>
    public void Check(ReadOnlySpan<double> expected, ReadOnlySpan<double> found)
    {
        JsonElement bounds = element.TryGetProperty("tol", out JsonElement own) ? own : tolerances;
        bounds = bounds.GetProperty("float64");
        double relative = bounds[0].GetDouble(), absolute = bounds[1].GetDouble();
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool isEqual = expected[i].Equals(found[i])
                || Math.Abs(found[i] - expected[i]) <= absolute + (relative * Math.Abs(expected[i]));
            Assert.True(isEqual, $"{Id}, element {i}: expected {expected[i]:R}, found {found[i]:R}");
        }
    }

    public override string ToString() => Id;
}
