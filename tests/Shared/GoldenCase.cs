using System.Text.Json;

namespace Lossary.Tests.Shared;

/// <summary>One reference case: arguments, inputs, and what has to come out.</summary>
internal sealed class GoldenCase
{
    private readonly JsonElement _case;
    private Dictionary<string, GoldenTensor>? _inputs;

    /// <summary>Keeps a case of a file with the given tolerances.</summary>
    public GoldenCase(JsonElement element, JsonElement tolerances)
    {
        _case = element.Clone();
        Id = Text("id");
        Operation = Text("op");
        Tags = [.. _case.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)];
        HasOwnTolerance = _case.TryGetProperty("tol", out JsonElement own) && own.TryGetProperty(Text("dtype"), out _);
        Tolerance = (HasOwnTolerance ? own : tolerances).TryGetProperty(Text("dtype"), out JsonElement pair)
            ? new(pair[0].GetDouble(), pair[1].GetDouble())
            : default;
    }

    /// <summary>group/operation/hash.</summary>
    public string Id { get; }

    /// <summary>What to compute.</summary>
    public string Operation { get; }

    /// <summary>Whether the reference computed in float.</summary>
    public bool IsSingle => Text("dtype") == "float32";

    /// <summary>random, adversarial, kink …</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The inputs by name; of a list of tensors, each as <c>name[0]</c>, <c>name[1]</c> ….</summary>
    public IReadOnlyDictionary<string, GoldenTensor> Inputs =>
        _inputs ??= GoldenTensor.Flatten(_case.GetProperty("inputs"), []);

    /// <summary>How near is near enough.</summary>
    public GoldenTolerance Tolerance { get; }

    /// <summary>Whether the case has a tolerance of its own, beside the file's.</summary>
    public bool HasOwnTolerance { get; }

    /// <summary>A scalar argument; <paramref name="absent"/> where it is missing or null.</summary>
    public double Argument(string name, double absent) =>
        TryArgument(name, out JsonElement argument) && argument.ValueKind != JsonValueKind.Null
            ? GoldenTensor.Number(argument)
            : absent;

    /// <summary>The scalar argument as it stands in the file, for flags and words.</summary>
    public bool TryArgument(string name, out JsonElement argument) =>
        _case.GetProperty("args").TryGetProperty(name, out argument);

    /// <summary>expected.value by reduction: none, mean, sum, scalar …</summary>
    public IReadOnlyDictionary<string, GoldenTensor> Values => Tensors(Expected("value"));

    /// <summary>expected.grad by reduction, then by input; empty where the file gives none.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, GoldenTensor>> Gradients =>
        _case.GetProperty("expected").TryGetProperty("grad", out JsonElement grad)
            ? grad.EnumerateObject().ToDictionary(p => p.Name, p => Tensors(p.Value))
            : [];

    /// <summary>Another tensor of the expectation: <c>grad_elementwise</c>.</summary>
    public GoldenTensor Other(string name) => GoldenTensor.Parse(Expected(name));

    /// <summary>Every number and tensor of the expectation by its path, such as <c>grad.mean.input</c>.</summary>
    /// <param name="remarks">What stands beside them and is not to be met, by its key.</param>
    public IReadOnlyDictionary<string, GoldenTensor> Expectations(IReadOnlyCollection<string> remarks) =>
        GoldenTensor.Flatten(_case.GetProperty("expected"), remarks);

    /// <summary>The case's name.</summary>
    public override string ToString() => Id;

    private static Dictionary<string, GoldenTensor> Tensors(JsonElement named) =>
        named.EnumerateObject().ToDictionary(p => p.Name, p => GoldenTensor.Parse(p.Value));

    private JsonElement Expected(string name) => _case.GetProperty("expected").GetProperty(name);

    private string Text(string name) => _case.GetProperty(name).GetString()!;
}
