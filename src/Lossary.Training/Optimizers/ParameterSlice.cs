using System.Numerics;

namespace Lossary.Training;

/// <summary>Parameters that lie side by side in a network's flat memory and are stepped alike.</summary>
/// <param name="Start">The first number.</param>
/// <param name="Length">How many numbers, gaps between parameters included.</param>
/// <param name="RateFactor">What their learning rate is multiplied by.</param>
/// <param name="Decays">Whether weight decay applies.</param>
internal readonly record struct ParameterSlice(int Start, int Length, double RateFactor, bool Decays)
{
    /// <summary>
    /// The runs of a network under some groups: as few as possible, since each is a sweep of its own.
    /// </summary>
    public static ParameterSlice[] Of<T>(Network<T> network, IReadOnlyList<ParameterGroup<T>> groups)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        List<ParameterSlice> slices = [];
        foreach (NetworkParameter<T> parameter in network.Parameters)
        {
            if (!network.Weights.Overlaps(parameter.Tensor.Values, out int start))
            {
                continue;
            }

            ParameterGroup<T>? group = groups.FirstOrDefault(group => group.Holds(parameter));
            ParameterSlice next = new(
                start, parameter.Shape.Length, group?.LearningRateFactor ?? 1, group?.HasWeightDecay ?? true);
            if (slices.Count > 0 && slices[^1].IsTreatedLike(next))
            {
                slices[^1] = slices[^1] with { Length = next.Start + next.Length - slices[^1].Start };
            }
            else
            {
                slices.Add(next);
            }
        }

        return [.. slices];
    }

    private bool IsTreatedLike(ParameterSlice other) => RateFactor == other.RateFactor && Decays == other.Decays;
}
