using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Steps of graphs that ask how sure a row of logarithms of shares is. None has a gradient by what it asks.
/// </summary>
internal static class Confidence
{
    /// <summary>1 where the largest share is at least the threshold, 0 elsewhere, <c>[n]</c>.</summary>
    public static Tensor<T> IsSure<T>(Tape<T> tape, Tensor<T> logShares, double threshold)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> isSure = tape.Rent(new Shape(logShares.Shape[0]));
        double least = Math.Log(threshold);
        for (int i = 0; i < isSure.Shape.Length; i++)
        {
            isSure.Values[i] = double.CreateTruncating(Largest(logShares, i)) >= least ? T.One : T.Zero;
        }

        return isSure;
    }

    /// <summary>1 where the largest share is at least its class's threshold, 0 elsewhere, <c>[n]</c>.</summary>
    public static Tensor<T> IsSure<T>(Tape<T> tape, Tensor<T> logShares, ReadOnlySpan<T> thresholds)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> isSure = tape.Rent(new Shape(logShares.Shape[0]));
        for (int i = 0; i < isSure.Shape.Length; i++)
        {
            int answer = Answer(logShares, i);
            T least = T.Log(thresholds[answer]);
            isSure.Values[i] = logShares.Values[(i * thresholds.Length) + answer] >= least ? T.One : T.Zero;
        }

        return isSure;
    }

    /// <summary>1 where the largest share is the class's, 0 elsewhere, <c>[n]</c>.</summary>
    public static Tensor<T> IsRight<T>(Tape<T> tape, Tensor<T> logShares, int[] classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> isRight = tape.Rent(new Shape(classes.Length));
        for (int i = 0; i < classes.Length; i++)
        {
            isRight.Values[i] = Answer(logShares, i) == classes[i] ? T.One : T.Zero;
        }

        return isRight;
    }

    /// <summary>Cross entropy with the answers of a teacher where they are sure, and 0 elsewhere, <c>[n]</c>.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="teacher">Whose largest share is the label; constant.</param>
    /// <param name="student">Who is to learn it.</param>
    /// <param name="threshold">The share from which an answer is believed.</param>
    public static Tensor<T> CrossEntropy<T>(Tape<T> tape, Tensor<T> teacher, Tensor<T> student, double threshold)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> losses = CrossEntropy(tape, teacher, student);
        return tape.Where(IsSure(tape, teacher, threshold), losses, tape.Zero());
    }

    /// <summary>Cross entropy with the answers of a teacher, <c>[n]</c>.</summary>
    public static Tensor<T> CrossEntropy<T>(Tape<T> tape, Tensor<T> teacher, Tensor<T> student)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Negate(tape.Pick(student, OneHot(tape, teacher)));

    /// <summary>Cross entropy with shares where the largest reaches a threshold, else 0, <c>[n]</c>.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="shares">The labels, rows of shares; constant.</param>
    /// <param name="logits">Who is to learn them.</param>
    /// <param name="threshold">The share from which a row is believed.</param>
    public static Tensor<T> SoftCrossEntropy<T>(Tape<T> tape, Tensor<T> shares, Tensor<T> logits, T threshold)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> isBelieved = tape.Rent(new Shape(shares.Shape[0]));
        for (int i = 0; i < isBelieved.Shape.Length; i++)
        {
            isBelieved.Values[i] = Largest(shares, i) >= threshold ? T.One : T.Zero;
        }

        return tape.Where(isBelieved, BatchInputs.CrossEntropy(tape, shares, logits), tape.Zero());
    }

    /// <summary>The largest share of a row.</summary>
    public static T Largest<T>(Tensor<T> shares, int row)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        shares.Values[(row * shares.Shape[1]) + Answer(shares, row)];

    /// <summary>1 for each row's answer, 0 for its other classes, <c>[n, k]</c>.</summary>
    public static Tensor<T> OneHot<T>(Tape<T> tape, Tensor<T> scores)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] answers = tape.RentArray<int>(scores.Shape[0]);
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = Answer(scores, i);
        }

        return tape.OneHot<T>(answers, scores.Shape[1]);
    }

    /// <summary>The class with the largest share; the first of equal ones.</summary>
    public static int Answer<T>(Tensor<T> logShares, int row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = logShares.Shape[1];
        ReadOnlySpan<T> shares = logShares.Values.Slice(row * width, width);
        int best = 0;
        for (int k = 1; k < width; k++)
        {
            best = shares[k] > shares[best] ? k : best;
        }

        return best;
    }
}
