using System.Text.Json.Serialization;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>A line of a run's trainings.</summary>
internal sealed record KeptTraining(string Objective, FoldOutcome Outcome);

/// <summary>Numbers to the last bit, NaN among them, a training on a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(KeptTraining))]
internal sealed partial class TrainingContext : JsonSerializerContext;
