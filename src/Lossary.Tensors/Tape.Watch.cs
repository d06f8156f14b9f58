using System.Globalization;

namespace Lossary.Tensors;

/// <content>The watch for numbers that are not finite.</content>
public sealed partial class Tape<T>
{
    private readonly List<Tensor<T>> _taken = [];
    private Tensor<T>? _last;
    private Operation<T>? _lastRecord;
    private Func<string>? _lastName;
    private string? _lastScope;

    /// <summary>
    /// True to stop with a <see cref="NonFiniteNumberException"/> that names operation and layer where NaN or an
    /// infinite number first appears, in an output or in a gradient; off by default.
    /// </summary>
    /// <remarks>
    /// Reads every output and gradient once. An output is looked at when the next operation or the backward pass
    /// begins. Constants are not looked at: the operation that takes them in is named.
    /// </remarks>
    public bool WatchForNaN { get; set; }

    /// <summary>Notes whose gradient an operation has taken, while it runs.</summary>
    internal void NoteTaken(Tensor<T> tensor)
    {
        if (WatchForNaN)
        {
            _taken.Add(tensor);
        }
    }

    private void WatchOutput<TOperation>(Tensor<T> output) where TOperation : Operation<T>, new()
    {
        CheckLast();
        if (!output.IsView)
        {
            _last = output;
            _lastRecord = null;
            _lastName = static () => new TOperation().Name;
            _lastScope = Scope;
        }
    }

    /// <summary>Looks at the last operation's output, which is complete by now.</summary>
    private void CheckLast()
    {
        if (_last is { } output && !FiniteSweep.IsFinite<T>(output.Values))
        {
            string name = _lastRecord?.Name ?? _lastName!();
            string? scope = _lastScope;
            ForgetLast();
            throw NotFinite(name, scope, "its output", output.Values, output.Shape, isGradient: false);
        }

        ForgetLast();
    }

    private void ForgetLast()
    {
        _last = null;
        _lastRecord = null;
    }

    private void BackwardWatched(Operation<T> operation)
    {
        _taken.Clear();
        operation.Backward(this);
        foreach (Tensor<T> tensor in _taken)
        {
            if (!FiniteSweep.IsFinite<T>(tensor.Gradient))
            {
                throw NotFinite(
                    operation.Name, operation.Scope, "the gradient of an input", tensor.Gradient, tensor.Shape,
                    isGradient: true);
            }
        }
    }

    private static NonFiniteNumberException NotFinite(
        string name, string? scope, string what, ReadOnlySpan<T> values, Shape shape, bool isGradient)
    {
        int index = FiniteSweep.FirstNotFinite(values);
        string number = values[index].ToString(null, CultureInfo.InvariantCulture);
        return new NonFiniteNumberException(
            $"{OperationName.In(name, scope)} made a number that is not finite: element {index} of {what}, " +
            $"of shape {shape}, is {number}. No operation before it did.",
            name, scope, isGradient);
    }
}
