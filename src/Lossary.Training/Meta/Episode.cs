using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A small task of its own: a few samples to adapt to, and others to be judged by.</summary>
/// <remarks>Every tensor is a constant of the caller's; none may have been made on a tape.</remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Episode<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The samples to adapt to, <c>[shots, …]</c>.</summary>
    public required Tensor<T> Support { get; init; }

    /// <summary>Their targets, in whatever shape the loss takes.</summary>
    public required Tensor<T> SupportTargets { get; init; }

    /// <summary>The samples to be judged by, <c>[n, …]</c>.</summary>
    public required Tensor<T> Query { get; init; }

    /// <summary>Their targets, in whatever shape the loss takes.</summary>
    public required Tensor<T> QueryTargets { get; init; }
}
