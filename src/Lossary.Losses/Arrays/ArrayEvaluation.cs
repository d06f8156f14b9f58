using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How the terms of one kind of loss come about.</summary>
internal interface ITermsOf<TLoss>
{
    static abstract LossTerms<T> Terms<T>(TLoss loss, Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>;

    static abstract bool TryCurvature<T>(TLoss loss, LossInputs<T> inputs, string name, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>By the loss's own graph.</summary>
internal readonly struct GraphTerms<TLoss> : ITermsOf<TLoss>
    where TLoss : struct, IGraphLoss<TLoss>
{
    public static LossTerms<T> Terms<T>(TLoss loss, Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => loss.Terms(tape, inputs);

    public static bool TryCurvature<T>(TLoss loss, LossInputs<T> inputs, string name, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T> => GraphCurvature.TryCompute(loss, inputs, name, curvature);
}

/// <summary>By one operation that sweeps the loss's formula.</summary>
internal readonly struct FormulaTerms<TLoss> : ITermsOf<TLoss>
    where TLoss : struct, IFormulaLoss<TLoss>
{
    public static LossTerms<T> Terms<T>(TLoss loss, Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => new(FormulaOperation.Compute(loss, tape, inputs));

    public static bool TryCurvature<T>(TLoss loss, LossInputs<T> inputs, string name, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        FormulaCurvature.Compute(loss, inputs, name, curvature);
        return true;
    }
}

/// <summary>From the inputs of a loss of several arrays to its terms, its sum and its gradients.</summary>
internal static class ArrayEvaluation
{
    /// <summary>Checks the inputs and makes the terms.</summary>
    public static LossTerms<T> Terms<TLoss, TTerms, T>(TLoss loss, Tape<T> tape, LossInputs<T> inputs)
        where TLoss : struct, IArrayLoss<TLoss>
        where TTerms : struct, ITermsOf<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(inputs);
        InputCheck.Check(TLoss.Inputs, inputs);
        return inputs.HasNoRows ? new(tape.Rent(new Shape(0))) : TTerms.Terms(loss, tape, inputs);
    }

    /// <summary>The second derivatives of each term by one input, where they are known.</summary>
    public static bool TryCurvature<TLoss, TTerms, T>(TLoss loss, LossInputs<T> inputs, string name, Span<T> curvature)
        where TLoss : struct, IArrayLoss<TLoss>
        where TTerms : struct, ITermsOf<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        InputCheck.Check(TLoss.Inputs, inputs);
        if (!TLoss.Inputs.Any(card => card.Name == name && card.IsDifferentiable) || inputs.Find(name) is not { } input)
        {
            throw new ArgumentException(
                $"{name} is not an input that is given and that the loss is differentiated by.", nameof(name));
        }

        if (curvature.Length != input.Shape.Length)
        {
            throw new ArgumentException(
                $"curvature has {curvature.Length} elements, {name} has {input.Shape.Length}.", nameof(curvature));
        }

        return TTerms.TryCurvature(loss, inputs, name, curvature);
    }

    /// <summary>The sum and its denominator; overwrites the gradients of variables.</summary>
    public static Totals Run<TLoss, TTerms, T>(TLoss loss, LossInputs<T> inputs)
        where TLoss : struct, IArrayLoss<TLoss>
        where TTerms : struct, ITermsOf<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Tape<T> tape = inputs.Tape;
        tape.Reset();
        Restart(TLoss.Inputs, inputs);
        bool isDone = false;
        try
        {
            LossTerms<T> terms = Terms<TLoss, TTerms, T>(loss, tape, inputs);
            Tensor<T> reduced = TermsReduction.Reduce(tape, terms, inputs, out Totals totals);
            if (reduced.RequiresGradient)
            {
                tape.Backward(reduced);
            }

            isDone = true;
            return totals;
        }
        finally
        {
            EndRestart(TLoss.Inputs, inputs, isDone);
        }
    }

    /// <summary>The first part overwrites a gradient: a pass over memory less than to clear it and add to it.</summary>
    private static void Restart<T>(IReadOnlyList<InputCard> cards, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < cards.Count; i++)
        {
            if (inputs.Find(cards[i].Name) is { IsLeaf: true } leaf)
            {
                leaf.RestartsGradient = true;
            }
        }
    }

    /// <summary>
    /// A gradient that got no part is 0, unless the evaluation failed: then it is what it was, or what was foreseen.
    /// </summary>
    private static void EndRestart<T>(IReadOnlyList<InputCard> cards, LossInputs<T> inputs, bool clears)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < cards.Count; i++)
        {
            if (inputs.Find(cards[i].Name) is { RestartsGradient: true } leaf)
            {
                leaf.RestartsGradient = false;
                if (clears)
                {
                    leaf.ClearGradient();
                }
            }
        }
    }
}
