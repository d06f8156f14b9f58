namespace Lossary.Training;

/// <summary>Which inputs of a loss of several arrays a network puts out, and which the data holds.</summary>
/// <remarks>Each input is one number for each sample.</remarks>
public sealed record ArrayRoles
{
    /// <summary>The inputs that are the network's outputs, in their order.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>The inputs that are the targets of a sample, in their order.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>
    /// The input that says which group a sample belongs to, numbered anew from 0 in each batch; null where there is none.
    /// </summary>
    public string? Groups { get; init; }
}
