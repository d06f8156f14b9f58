using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lossary.Benchmarks;

/// <summary>Results as lines of JSON, for files and programs, and as a table, for people.</summary>
internal static class Results
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void WriteLine<T>(TextWriter writer, T line) => writer.WriteLine(JsonSerializer.Serialize(line, Json));

    public static Measurement Rounded(Measurement result) => result with
    {
        Ours = Digits(result.Ours),
        Fastest = Digits(result.Fastest),
        Bytes = Math.Round(result.Bytes, 1),
    };

    public static string Table(Origin origin, IEnumerable<Measurement> results)
    {
        IEnumerable<string> rows = results.Select(result => string.Create(
            CultureInfo.InvariantCulture,
            $"| {result.Case} | {result.Ours} | {result.Fastest} | {result.Unit} | {result.Goal} | {result.Bytes} |"));
        return $"""
            {origin.Machine}, {origin.Cores} cores, {origin.Runtime}, {origin.Date}: `{origin.Command}`

            | case | median | fastest | unit | goal | bytes a call |
            | --- | ---: | ---: | --- | ---: | ---: |
            {string.Join('\n', rows)}
            """;
    }

    /// <summary>Four digits: more are noise.</summary>
    private static double Digits(double value) =>
        double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
