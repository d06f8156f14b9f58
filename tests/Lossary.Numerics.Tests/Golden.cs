using System.Text.Json;

namespace Lossary.Numerics.Tests;

/// <summary>A case of tests/golden/ulp_mpmath.json: inputs, and exact results of mpmath rounded once to double.</summary>
internal sealed record Golden(string Id, double[] Input, double[] Expected, double RelativeTolerance)
{
    private static readonly Lazy<JsonElement[]> Cases = new(ReadCases);

    /// <summary>All cases of an operation with one input.</summary>
    public static IReadOnlyList<Golden> Of(string operation)
    {
        List<Golden> found = [];
        foreach (JsonElement item in Cases.Value)
        {
            if (item.GetProperty("op").GetString() == operation)
            {
                JsonElement expected = item.GetProperty("expected").GetProperty("value").GetProperty("none");
                double tolerance = item.TryGetProperty("tol", out JsonElement tol)
                    ? tol.GetProperty("float64")[0].GetDouble()
                    : 2e-15;
                found.Add(new(
                    item.GetProperty("id").GetString()!,
                    Numbers(item.GetProperty("inputs").GetProperty("input")),
                    Numbers(expected),
                    tolerance));
            }
        }

        return found.Count > 0 ? found : throw new InvalidOperationException($"No golden case for {operation}.");
    }

    private static double[] Numbers(JsonElement tensor) =>
        tensor.ValueKind == JsonValueKind.Object
            ? [.. tensor.GetProperty("data").EnumerateArray().Select(Number)]
            : [Number(tensor)];

    private static double Number(JsonElement number) => number.ValueKind == JsonValueKind.String
        ? number.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.NaN,
        }
        : number.GetDouble();

    private static JsonElement[] ReadCases()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "data", "ulp_mpmath.json");
        JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray()];
    }
}
