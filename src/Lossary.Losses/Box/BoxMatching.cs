using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Which query of an image stands for which of its true boxes: the least cost of all matchings.</summary>
internal sealed class BoxMatching
{
    private readonly int[] _queryOf;
    private readonly int[] _classes;
    private readonly int[] _counts;
    private readonly int _queries;
    private readonly int _most;

    private BoxMatching(int[] queryOf, int[] classes, int[] counts, int queries, int most)
    {
        _queryOf = queryOf;
        _classes = classes;
        _counts = counts;
        _queries = queries;
        _most = most;
    }

    /// <summary>Matches each image of a batch.</summary>
    /// <param name="tape">Where memory comes from.</param>
    /// <param name="inputs">Those of <see cref="SetPredictionLoss"/>.</param>
    /// <param name="distance">What the distance of edges weighs.</param>
    /// <param name="overlap">What the generalised overlap weighs.</param>
    /// <exception cref="ArgumentException">An image has more true boxes than queries.</exception>
    public static BoxMatching Of<T>(Tape<T> tape, LossInputs<T> inputs, double distance, double overlap)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int queries = inputs.Extent("q"), most = inputs.Extent("m"), classes = inputs.Extent("c");
        int[] labels = inputs.Whole(tape, "classes"), counts = inputs.Whole(tape, "count");
        BoxMatching matching = new(tape.RentArray<int>(labels.Length), labels, counts, queries, most);
        double[] shares = tape.RentArray<double>(classes), costs = tape.RentArray<double>(most * queries);
        for (int image = 0; image < matching._counts.Length; image++)
        {
            int count = matching._counts[image];
            if (count > queries)
            {
                throw new ArgumentException(
                    $"count[{image}] is {count}, but there are only {queries} queries.", nameof(inputs));
            }

            for (int query = 0; query < queries; query++)
            {
                int row = (image * queries) + query;
                Softmax(inputs["logits"].Values.Slice(row * classes, classes), shares);
                ReadOnlySpan<T> box = inputs["boxes"].Values.Slice(4 * row, 4);
                for (int target = 0; target < count; target++)
                {
                    int at = (image * most) + target;
                    costs[(target * queries) + query] = CostOf(
                        box, inputs["target-boxes"].Values.Slice(4 * at, 4), distance, overlap)
                        - shares[matching._classes[at]];
                }
            }

            Assignment.Solve(costs.AsSpan(0, count * queries), matching._queryOf.AsSpan(image * most, count));
        }

        return matching;
    }

    /// <summary>
    /// The row of each true box's query, <c>[n · m]</c>; of what is not a true box, its image's first.
    /// </summary>
    public Tensor<T> Queries<T>(Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> rows = tape.Rent(new Shape(_classes.Length));
        for (int i = 0; i < _classes.Length; i++)
        {
            rows.Values[i] = T.CreateTruncating((i / _most * _queries) + _queryOf[i]);
        }

        return rows;
    }

    /// <summary>1 / m for each of an image's m true boxes, 0 for what is not one, <c>[n · m]</c>.</summary>
    public Tensor<T> Shares<T>(Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> shares = tape.Rent(new Shape(_classes.Length));
        for (int i = 0; i < _classes.Length; i++)
        {
            int count = _counts[i / _most];
            shares.Values[i] = i % _most < count ? T.One / T.CreateTruncating(count) : T.Zero;
        }

        return shares;
    }

    /// <summary>
    /// What each class of each query weighs in its image's mean, <c>[n, q, c]</c>: the last one is nothing.
    /// </summary>
    public Tensor<T> ClassShares<T>(Tape<T> tape, int classes, double nothing)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> shares = tape.Rent(new Shape(_counts.Length, _queries, classes));
        shares.Values.Clear();
        for (int image = 0; image < _counts.Length; image++)
        {
            int count = _counts[image];
            double whole = count + (nothing * (_queries - count));
            Span<T> of = shares.Values.Slice(image * _queries * classes, _queries * classes);
            for (int query = 0; query < _queries; query++)
            {
                int target = _queryOf.AsSpan(image * _most, count).IndexOf(query);
                int wanted = target < 0 ? classes - 1 : _classes[(image * _most) + target];
                of[(query * classes) + wanted] = T.CreateTruncating((target < 0 ? nothing : 1) / whole);
            }
        }

        return shares;
    }

    private static void Softmax<T>(ReadOnlySpan<T> logits, Span<double> shares)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int k = 0; k < shares.Length; k++)
        {
            shares[k] = double.CreateTruncating(logits[k]);
        }

        double whole = Sums.LogSumExp(shares);
        foreach (ref double share in shares)
        {
            share = Math.Exp(share - whole);
        }
    }

    private static double CostOf<T>(ReadOnlySpan<T> box, ReadOnlySpan<T> target, double distance, double overlap)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<Scalar<double>> numbers = stackalloc Scalar<double>[8];
        double edges = 0;
        for (int i = 0; i < 4; i++)
        {
            numbers[i] = double.CreateTruncating(box[i]);
            numbers[4 + i] = double.CreateTruncating(target[i]);
            edges += Math.Abs(numbers[i].Number - numbers[4 + i].Number);
        }

        return (distance * edges)
            + (overlap * default(GeneralisedIntersectionOverUnionLoss).Value<Scalar<double>>(numbers).Number);
    }
}
