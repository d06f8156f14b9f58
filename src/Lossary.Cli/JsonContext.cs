using System.Text.Json.Serialization;

namespace Lossary.Cli;

/// <summary>Everything that is written as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ComparisonDescription))]
[JsonSerializable(typeof(RunDescription))]
[JsonSerializable(typeof(EvaluationDescription))]
[JsonSerializable(typeof(LossDescription[]))]
internal sealed partial class JsonContext : JsonSerializerContext;
