using System.Text.Json;
using Lossary.Conformance;
using Lossary.Tests.Shared;

namespace Lossary.Audit;

/// <summary>The worst error of a function that the golden corpus knows to every digit, and PyTorch's beside it.</summary>
/// <param name="Operation">The function, as the corpus calls it.</param>
/// <param name="Value">The worst error of a value, in units in the last place.</param>
/// <param name="Slope">The worst error of a derivative.</param>
/// <param name="PeerValue">PyTorch's, where it was measured.</param>
/// <param name="PeerSlope">PyTorch's, where it was measured.</param>
internal sealed record ExactFinding(string Operation, double Value, double Slope, double? PeerValue, double? PeerSlope)
{
    private static readonly JsonSerializerOptions s_namedNumbers = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>All functions of the corpus that the library has, PyTorch's figures from a file that its script wrote.</summary>
    public static IEnumerable<ExactFinding> All(string? peerFile)
    {
        Dictionary<string, double?[]> peer = peerFile is null
            ? []
            : JsonSerializer.Deserialize<Dictionary<string, double?[]>>(
                File.ReadAllText(peerFile), s_namedNumbers)!;
        foreach (IGrouping<string, GoldenCase> cases in GoldenFile.Read("ulp_mpmath").Cases.GroupBy(c => c.Operation))
        {
            if (ExactFunctions.Operations.TryGetValue(cases.Key, out Func<GoldenCase, Results>? compute))
            {
                (double value, double slope) = Worst(cases, compute);
                double?[] measured = peer.GetValueOrDefault(cases.Key, [null, null]);
                yield return new(cases.Key, value, slope, measured[0], measured[1]);
            }
        }
    }

    private static (double Value, double Slope) Worst(IEnumerable<GoldenCase> cases, Func<GoldenCase, Results> compute)
    {
        double value = 0, slope = 0;
        foreach (GoldenCase golden in cases)
        {
            Results results = compute(golden);
            foreach ((string path, GoldenTensor expected) in golden.Expectations(ExactFunctions.Remarks))
            {
                double worst = Enumerable.Range(0, expected.Data.Length).Max(i =>
                    (double)GoldenTolerance.UnitsInTheLastPlace(expected.Data[i], results.Find(path)!.Data[i]));
                value = path == "value.none" ? Math.Max(value, worst) : value;
                slope = path == "value.none" ? slope : Math.Max(slope, worst);
            }
        }

        return (value, slope);
    }
}
