using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>One array of numbers that a layer learns: its weights, its bias, or a running mean.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class NetworkParameter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Tensor<T>? _tensor;
    private ArraySegment<T> _values;

    /// <summary>Declares a parameter; a network gives it its memory.</summary>
    /// <param name="name">What it is to its layer, such as "weights".</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="isPenalized">True where L1 and L2 penalties count it: weights yes, biases no.</param>
    public NetworkParameter(string name, Shape shape, bool isPenalized)
    {
        Name = name;
        Shape = shape;
        IsPenalized = isPenalized;
    }

    /// <summary>What it is to its layer.</summary>
    public string Name { get; }

    /// <summary>Its shape.</summary>
    public Shape Shape { get; }

    /// <summary>True where L1 and L2 penalties count it.</summary>
    public bool IsPenalized { get; }

    /// <summary>Its numbers, and their gradient if it is trained: a part of the network's flat memory.</summary>
    /// <exception cref="InvalidOperationException">Its layer belongs to no network yet.</exception>
    public Tensor<T> Tensor => StandIn ?? _tensor ?? throw new InvalidOperationException(
        $"The parameter \"{Name}\" has no memory yet: put its layer into a network first.");

    /// <summary>What its layer computes with instead, for one forward pass.</summary>
    internal Tensor<T>? StandIn { get; set; }

    /// <summary>Its numbers in the same memory, as a constant: nothing is differentiated by them.</summary>
    internal Tensor<T> Fixed => field ??= new Tensor<T>(Shape, _values);

    /// <summary>Gives a trained parameter its memory.</summary>
    internal void Attach(ArraySegment<T> values, ArraySegment<T> gradient) =>
        Attach(values, new Tensor<T>(Shape, values, gradient));

    /// <summary>Gives a buffer its memory: nothing is differentiated by it.</summary>
    internal void Attach(ArraySegment<T> values) => Attach(values, new Tensor<T>(Shape, values));

    private void Attach(ArraySegment<T> values, Tensor<T> tensor)
    {
        if (_tensor is not null)
        {
            throw new InvalidOperationException(
                $"The layer of parameter \"{Name}\" {Shape} already belongs to a network.");
        }

        _tensor = tensor;
        _values = values;
    }
}
