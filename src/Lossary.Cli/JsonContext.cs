using System.Text.Json.Serialization;

namespace Lossary.Cli;

/// <summary>Everything that is written as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AdviceDescription))]
[JsonSerializable(typeof(ComparisonDescription))]
[JsonSerializable(typeof(DataSetDescription))]
[JsonSerializable(typeof(DataSetDescription[]))]
[JsonSerializable(typeof(RunDescription))]
[JsonSerializable(typeof(SeveralDescription))]
[JsonSerializable(typeof(SeveralRun))]
[JsonSerializable(typeof(EvaluationDescription))]
[JsonSerializable(typeof(LossDescription[]))]
[JsonSerializable(typeof(LossSheetDescription))]
[JsonSerializable(typeof(PlotDescription))]
[JsonSerializable(typeof(ProfileDescription))]
[JsonSerializable(typeof(TranslationDescription[]))]
internal sealed partial class JsonContext : JsonSerializerContext;
