using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// What the library makes of a case, by the paths at which the case expects it, such as <c>grad.mean.input</c>.
/// </summary>
/// <remarks>More than is expected may stand here; less is a failure.</remarks>
internal sealed class Results
{
    private readonly Dictionary<string, GoldenTensor> _tensors = [];

    /// <summary>The variant of the operation that the library does not have; null where it has it.</summary>
    public string? Missing { get; private init; }

    /// <summary>No results: the library has the operation, but not this variant of it.</summary>
    public static Results Without(string variant) => new() { Missing = variant };

    /// <summary>Adds a tensor.</summary>
    public Results Add(string path, int[] shape, double[] data)
    {
        _tensors[path] = new(shape, data);
        return this;
    }

    /// <summary>Adds a number.</summary>
    public Results Add(string path, double number) => Add(path, [], [number]);

    /// <summary>What stands at a path.</summary>
    public GoldenTensor? Find(string path) => _tensors.GetValueOrDefault(path);
}
