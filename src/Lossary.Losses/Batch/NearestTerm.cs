using System.Numerics;

namespace Lossary.Losses;

/// <summary>−ln of the distance to the nearest other, the first of equals.</summary>
internal readonly struct NearestTerm(double epsilon) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int nearest = -1;
        for (int j = 0; j < measures.Length; j++)
        {
            nearest = j != row && (nearest < 0 || measures[j] < measures[nearest]) ? j : nearest;
        }

        weight = nearest < 0 ? T.Zero : T.One;
        T distance = nearest < 0 ? T.One : measures[nearest] + T.CreateTruncating(epsilon);
        measures.Clear();
        if (nearest >= 0)
        {
            measures[nearest] = -T.One / distance;
        }

        return -T.Log(distance);
    }
}
