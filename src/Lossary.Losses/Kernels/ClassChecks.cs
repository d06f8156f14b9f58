using System.Globalization;
using System.Numerics;

namespace Lossary.Losses;

/// <summary>What a batch of rows must fulfil before a kernel may read it without checks.</summary>
internal static class ClassChecks
{
    /// <summary>Checks every length; returns the number of rows.</summary>
    public static int Shapes<T>(in ClassBatch<T> batch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int classes = batch.Classes;
        int length = batch.Scores.Length;
        if (classes < 1 || length % classes != 0)
        {
            throw Refusal("scores", $"scores has {length} elements, which are no rows of {classes} classes.");
        }

        int rows = length / classes;
        if (!batch.Shares.IsEmpty && !batch.Targets.IsEmpty)
        {
            throw Refusal("shares", $"targets and shares are both given; a row has one or the other.");
        }

        if (batch.Shares.IsEmpty)
        {
            Expect(batch.Targets.Length, rows, "targets", "rows");
        }

        Optional(batch.Shares.Length, length, "shares", "scores");
        Optional(batch.ClassWeights.Length, classes, "classWeights", "classes");
        Optional(batch.Weights.Length, rows, "weights", "rows");
        Optional(batch.Mask.Length, rows, "mask", "rows");
        Optional(batch.Values.Length, rows, "values", "rows");
        Optional(batch.Gradient.Length, length, "gradient", "scores");
        Optional(batch.Curvature.Length, length, "curvature", "scores");
        return rows;
    }

    /// <summary>Checks weights, targets and shares, and returns what the reduction divides by.</summary>
    public static double Denominator<T>(in ClassBatch<T> batch, int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NotNegative(batch.ClassWeights, "classWeights");
        NotNegative(batch.Weights, "weights", batch.Mask);
        NotNegative(batch.Shares, "shares", batch.Mask, batch.Classes);
        double sum = 0;
        int count = 0;
        if (batch.Weights.IsEmpty && batch.Mask.IsEmpty && (batch.Targets.IsEmpty || batch.ClassWeights.IsEmpty)
            && TryCount(batch.Targets, batch.Classes, batch.IgnoredClass, out int counted))
        {
            count = batch.Targets.IsEmpty ? rows : counted;
            sum = count;
            rows = 0;
        }

        for (int i = 0; i < rows; i++)
        {
            int target = batch.Targets.IsEmpty ? 0 : batch.Targets[i];
            if ((!batch.Mask.IsEmpty && !batch.Mask[i]) || (!batch.Targets.IsEmpty && target == batch.IgnoredClass))
            {
                continue;
            }

            if ((uint)target >= (uint)batch.Classes)
            {
                throw Refusal(
                    "targets",
                    $"targets[{i}] is {target}, but there are {batch.Classes} classes: 0 to {batch.Classes - 1}.");
            }

            double weight = batch.Weights.IsEmpty ? 1 : double.CreateTruncating(batch.Weights[i]);
            bool byClass = !batch.Targets.IsEmpty && !batch.ClassWeights.IsEmpty;
            sum += byClass ? weight * double.CreateTruncating(batch.ClassWeights[target]) : weight;
            count++;
        }

        return batch.Reduction switch
        {
            Reduction.Sum => count == 0 ? 0 : 1,
            Reduction.Mean => sum,
            Reduction.MeanOverCount or Reduction.MeanOverRows => count,
            _ => throw Refusal("reduction", $"{batch.Reduction} is not a reduction."),
        };
    }

    /// <summary>Counts the targets that are not ignored, a vector at a time; false where one is no class.</summary>
    private static bool TryCount(ReadOnlySpan<int> targets, int classes, int ignoredClass, out int count)
    {
        Vector<uint> end = new((uint)classes);
        Vector<int> ignored = new(ignoredClass);
        Vector<int> minusCount = Vector<int>.Zero;
        Vector<int> wrong = Vector<int>.Zero;
        int i = 0;
        for (; i <= targets.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> target = new(targets[i..]);
            Vector<int> counts = Vector.OnesComplement(Vector.Equals(target, ignored));
            Vector<int> isClass = Vector.AsVectorInt32(Vector.LessThan(Vector.AsVectorUInt32(target), end));
            wrong |= Vector.AndNot(counts, isClass);
            minusCount += counts;
        }

        count = -Vector.Sum(minusCount);
        bool areClasses = Vector.EqualsAll(wrong, Vector<int>.Zero);
        for (; i < targets.Length; i++)
        {
            bool counts = targets[i] != ignoredClass;
            areClasses &= !counts || (uint)targets[i] < (uint)classes;
            count += counts ? 1 : 0;
        }

        return areClasses;
    }

    /// <summary>Refuses a negative number or NaN, except in rows that a mask leaves out.</summary>
    private static void NotNegative<T>(
        ReadOnlySpan<T> numbers, string name, ReadOnlySpan<bool> mask = default, int rowLength = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int i = 0;
        for (; i <= numbers.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            if (!Vector.GreaterThanOrEqualAll(new Vector<T>(numbers[i..]), Vector<T>.Zero))
            {
                break;
            }
        }

        for (; i < numbers.Length; i++)
        {
            if (!(numbers[i] >= T.Zero) && (mask.IsEmpty || mask[i / rowLength]))
            {
                throw Refusal(name, $"{name}[{i}] must be 0 or more, but is {double.CreateTruncating(numbers[i]):R}.");
            }
        }
    }

    private static void Optional(int length, int expected, string name, string of)
    {
        if (length != 0)
        {
            Expect(length, expected, name, of);
        }
    }

    private static void Expect(int length, int expected, string name, string of)
    {
        if (length != expected)
        {
            throw of == "scores"
                ? Refusal(name, $"{name} has {length} elements, scores has {expected}.")
                : Refusal(name, $"{name} has {length} elements, but there are {expected} {of}.");
        }
    }

    /// <summary>What to throw for an argument of the batch.</summary>
    public static ArgumentException Refusal(string name, FormattableString message) =>
        new(message.ToString(CultureInfo.InvariantCulture), name);
}
