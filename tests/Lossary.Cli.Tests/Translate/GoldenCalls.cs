using System.Globalization;
using System.Text.Json;
using Lossary.Tests.Shared;

namespace Lossary.Cli.Tests;

/// <summary>Golden cases as calls of the library that made them.</summary>
internal static class GoldenCalls
{
    /// <summary>The reading of a call with the case's arguments; null where one is no part of the translation.</summary>
    internal static CallReading? Read(string name, GoldenCase golden)
    {
        string[] names = ["beta", "delta", "label_smoothing", "p", "margin", "log_input", "log_target", "full", "eps", "swap"];
        IEnumerable<string> arguments = names
            .Where(argument => golden.TryArgument(argument, out _))
            .Select(argument => golden.TryArgument(argument, out JsonElement value) ? $"{argument}={Python(value)}" : "");
        try
        {
            CallReading reading = LossTranslator.FromCall($"{name}({string.Join(", ", arguments)})")[0];
            return reading.Others.Any(argument => argument.Name is not null && !argument.IsOff) ? null : reading;
        }
        catch (UsageException)
        {
            return null;
        }
    }

    internal static string Python(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => value.GetRawText(),
    };

    internal static bool IsPlain(GoldenCase golden, params string[] names) =>
        !golden.IsSingle
        && golden.Tags.Contains("random")
        && golden.Inputs.Keys.All(name => names.Contains(name) || name == "sample_weight")
        && names.All(golden.Inputs.ContainsKey);

    internal static void AssertNear(GoldenCase golden, double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                golden.Tolerance.Allows(expected[i], found[i]),
                $"{golden} [{i}]: {Text(found[i])} instead of {Text(expected[i])}.");
        }
    }

    internal static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
