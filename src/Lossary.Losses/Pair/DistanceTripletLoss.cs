using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The triplet loss over a distance of your choice: an embedding alike has to be nearer than one unlike.
/// </summary>
/// <remarks>
/// <code>
/// L = max(0, d(a, p) − d(a, q) + m)
/// </code>
/// The catalogue's <c>triplet</c> and <c>cosine-triplet</c> are made of it.
/// </remarks>
/// <typeparam name="TDistance">The distance.</typeparam>
/// <param name="distance">The distance.</param>
/// <param name="margin">How much nearer the positive has to be; 0 and above.</param>
/// <param name="swap">Whether the negative is measured from the positive where that is nearer.</param>
public readonly struct DistanceTripletLoss<TDistance>(TDistance distance, double margin, bool swap = false)
    : IGraphLoss<DistanceTripletLoss<TDistance>>
    where TDistance : struct, IPairDistance
{
    private readonly Parameter _margin = new("m", margin);

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
        [PairInputs.Anchor, PairInputs.Positive, PairInputs.Negative];

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> anchor = inputs["anchor"], positive = inputs["positive"], negative = inputs["negative"];
        Tensor<T> near = distance.Between(tape, anchor, positive), far = distance.Between(tape, anchor, negative);
        if (swap)
        {
            far = tape.Minimum(far, distance.Between(tape, positive, negative));
        }

        return new(tape.Formula(new DistanceHinge(_margin), near, far));
    }
}
