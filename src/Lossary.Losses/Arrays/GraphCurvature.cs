using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The second derivatives of a loss that is a graph, by its gradient's own graph.</summary>
internal static class GraphCurvature
{
    /// <summary>The diagonal of the Hessian of the terms' sum, a walk backward for each number.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="inputs">The inputs, checked against their cards.</param>
    /// <param name="name">The input to differentiate by twice.</param>
    /// <param name="curvature">As long as the input.</param>
    /// <returns>False where an operation of the graph cannot be differentiated twice.</returns>
    public static bool TryCompute<TLoss, T>(TLoss loss, LossInputs<T> inputs, string name, Span<T> curvature)
        where TLoss : struct, IGraphLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (inputs.HasNoRows)
        {
            curvature.Clear();
            return true;
        }

        Tape<T> tape = inputs.Tape;
        tape.Reset();
        Tensor<T> variable = Tensor<T>.Variable(inputs[name].Shape, inputs[name].Values);
        if (TryDifferentiate(
            loss, tape, OwnInputs<TLoss, T>(tape, inputs, name, variable), variable, out Tensor<T>? gradient))
        {
            Write(tape, gradient, variable, curvature);
            return true;
        }

        return false;
    }

    /// <summary>The inputs again, of which one is a variable: the caller's gradients are left alone.</summary>
    private static LossInputs<T> OwnInputs<TLoss, T>(
        Tape<T> tape, LossInputs<T> inputs, string name, Tensor<T> variable)
        where TLoss : struct, IGraphLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossInputs<T> own = new() { Reduction = Reduction.Sum };
        foreach (string other in inputs.Names)
        {
            own[other] = other == name ? variable : tape.Constant(inputs[other].Shape, inputs[other].Values);
        }

        InputCheck.Check(TLoss.Inputs, own);
        return own;
    }

    private static bool TryDifferentiate<TLoss, T>(
        TLoss loss, Tape<T> tape, LossInputs<T> inputs, Tensor<T> variable, out Tensor<T>? gradient)
        where TLoss : struct, IGraphLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        gradient = null;
        Tensor<T> sum = TermsReduction.Reduce(tape, loss.Terms(tape, inputs), inputs, out _);
        try
        {
            gradient = sum.RequiresGradient ? tape.Gradient(sum, variable) : null;
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Walks back from one number of the gradient after another.</summary>
    private static void Write<T>(Tape<T> tape, Tensor<T>? gradient, Tensor<T> variable, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        curvature.Clear();
        if (gradient is not { RequiresGradient: true })
        {
            return;
        }

        // The one operation that reads the direction reads it again in each walk.
        Tensor<T> direction = tape.Rent(variable.Shape);
        direction.Values.Clear();
        Tensor<T> along = tape.Sum(tape.Multiply(gradient, direction));
        for (int i = 0; i < curvature.Length; i++)
        {
            direction.Values[i] = T.One;
            variable.ClearGradient();
            tape.BackwardOnly(along);
            curvature[i] = variable.Gradient[i];
            direction.Values[i] = T.Zero;
        }
    }
}
