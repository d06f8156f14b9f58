namespace Lossary.Tensors;

/// <content>The walk backward, in numbers and as a computation of its own.</content>
public sealed partial class Tape<T>
{
    /// <summary>Computes the gradient of an objective with respect to everything that requires one.</summary>
    /// <param name="objective">A tensor of one element, made on this tape since the last reset.</param>
    /// <exception cref="ArgumentException">
    /// It has more elements, or depends on nothing that requires a gradient.
    /// </exception>
    public void Backward(Tensor<T> objective)
    {
        RequireObjective("Backward", objective);
        CheckLast();
        for (int i = 0; i < OperationCount; i++)
        {
            _operations[i].Output.ForgetGradient();
        }

        objective.TryTakeGradient(this, out Span<T> gradient, out bool accumulate);
        gradient[0] = accumulate ? gradient[0] + T.One : T.One;
        for (int i = OperationCount - 1; i >= 0; i--)
        {
            Operation<T> operation = _operations[i];
            if (!operation.Output.HasGradient)
            {
                continue;
            }

            if (WatchForNaN)
            {
                BackwardWatched(operation);
            }
            else
            {
                operation.Backward(this);
            }
        }
    }

    /// <summary>
    /// <see cref="Backward"/>, whose memory is given back: only variables with memory of their own keep their
    /// gradients.
    /// </summary>
    /// <param name="objective">A tensor of one element, made on this tape since the last reset.</param>
    internal void BackwardOnly(Tensor<T> objective)
    {
        (int Block, int Used) position = _arena.Position;
        Backward(objective);
        _arena.Position = position;
    }

    /// <summary>Computes gradients as tensors of the tape, themselves to be computed with and differentiated.</summary>
    /// <remarks>
    /// For what contains a gradient: a gradient penalty, a product of the Hessian with a vector. The variables' own
    /// <see cref="Tensor{T}.Gradient"/> is left alone. Inside a <see cref="NoGradient"/> scope the gradients are
    /// computed and not recorded.
    /// </remarks>
    /// <param name="objective">A tensor of one element, made on this tape since the last reset.</param>
    /// <param name="variables">By what to differentiate: variables, or steps of the computation; <c>[k]</c>.</param>
    /// <param name="gradients">
    /// Receives the gradients, each in its variable's shape, 0 where the objective does not depend on it; <c>[k]</c>.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The objective has more elements or depends on nothing that requires a gradient; a variable requires none; or
    /// there are not as many gradients as variables.
    /// </exception>
    /// <exception cref="NotSupportedException">An operation on the way cannot be differentiated twice.</exception>
    public void Gradient(Tensor<T> objective, ReadOnlySpan<Tensor<T>> variables, Span<Tensor<T>> gradients)
    {
        RequireObjective("Gradient", objective);
        if (variables.Length != gradients.Length)
        {
            throw new ArgumentException(
                $"gradients has {gradients.Length} elements, variables has {variables.Length}.", nameof(gradients));
        }

        int count = OperationCount;
        Prepare(variables);
        try
        {
            Record(objective, FirstAfter(variables), count);
            for (int i = 0; i < variables.Length; i++)
            {
                gradients[i] = variables[i].Upstream ?? Zeros(variables[i].Shape);
            }
        }
        finally
        {
            Forget(variables, count);
        }
    }

    /// <summary>Computes one gradient as a tensor of the tape, itself to be differentiated.</summary>
    /// <inheritdoc cref="Gradient(Tensor{T}, ReadOnlySpan{Tensor{T}}, Span{Tensor{T}})"/>
    /// <param name="objective">A tensor of one element, made on this tape since the last reset.</param>
    /// <param name="variable">By what to differentiate: a variable, or a step of the computation.</param>
    /// <returns>The variable's shape.</returns>
    public Tensor<T> Gradient(Tensor<T> objective, Tensor<T> variable)
    {
        Tensor<T> gradient = null!; // Set by the call.
        Gradient(objective, new ReadOnlySpan<Tensor<T>>(in variable), new Span<Tensor<T>>(ref gradient));
        return gradient;
    }

    /// <summary>The first operation that may lie between a variable and the objective.</summary>
    /// <remarks>
    /// What made a step of the computation lies before it. To walk on through that would cost more with each gradient
    /// that a computation contains: steps of descent that are differentiated through would double the tape each time.
    /// </remarks>
    private int FirstAfter(ReadOnlySpan<Tensor<T>> variables)
    {
        int first = OperationCount;
        foreach (Tensor<T> variable in variables)
        {
            int made = variable.IsLeaf ? -1 : OperationCount - 1;
            while (made >= 0 && _operations[made].Output != variable)
            {
                made--;
            }

            first = Math.Min(first, made + 1);
        }

        return first;
    }

    /// <summary>
    /// Walks back from an output to the operations that stand before a start, and leaves the gradients there.
    /// </summary>
    /// <param name="output">Made since the start.</param>
    /// <param name="upstream">Its gradient.</param>
    /// <param name="start">How many operations stood on the tape before.</param>
    internal void Differentiate(Tensor<T> output, Tensor<T> upstream, int start)
    {
        if (!output.RequiresGradient)
        {
            return;
        }

        int count = OperationCount;
        output.Upstream = upstream;
        for (int i = count - 1; i >= start; i--)
        {
            Operation<T> operation = _operations[i];
            if (operation.Output.Upstream is { } part)
            {
                operation.RecordBackward(new GradientPass<T>(this, part));
                operation.Output.Upstream = null;
            }
        }
    }

    private void Record(Tensor<T> objective, int first, int count)
    {
        string? scope = Scope;
        objective.Upstream = Rent(objective.Shape);
        objective.Upstream.Values.Fill(T.One);
        for (int i = count - 1; i >= first; i--)
        {
            Operation<T> operation = _operations[i];
            if (operation.Output.Upstream is { } upstream)
            {
                Scope = operation.Scope;
                operation.RecordBackward(new GradientPass<T>(this, upstream));
            }
        }

        Scope = scope;
    }

    private Tensor<T> Zeros(Shape shape)
    {
        Tensor<T> zeros = Rent(shape);
        zeros.Values.Clear();
        return zeros;
    }

    private static void Prepare(ReadOnlySpan<Tensor<T>> variables)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(variables[i], nameof(variables));
            if (!variables[i].RequiresGradient)
            {
                throw new ArgumentException(
                    $"Gradient: variable {i}, of shape {variables[i].Shape}, requires no gradient: it is a constant.",
                    nameof(variables));
            }
        }

        foreach (Tensor<T> variable in variables)
        {
            variable.IsWanted = true;
        }
    }

    private void Forget(ReadOnlySpan<Tensor<T>> variables, int count)
    {
        foreach (Tensor<T> variable in variables)
        {
            variable.IsWanted = false;
            variable.Upstream = null;
        }

        for (int i = 0; i < count; i++)
        {
            _operations[i].Output.Upstream = null;
        }
    }

    private static void RequireObjective(string method, Tensor<T> objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        if (objective.Shape.Length != 1 || !objective.RequiresGradient)
        {
            throw new ArgumentException(
                $"{method} needs an objective of one element that depends on a variable; " +
                $"its shape is {objective.Shape}, " +
                $"and it {(objective.RequiresGradient ? "depends" : "does not depend")} on one.",
                nameof(objective));
        }
    }
}
