using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>One array of numbers that training adjusts: a layer's weights, or its bias.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class NetworkParameter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Tensor<T>? _tensor;

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

    /// <summary>Its numbers and their gradient: a part of the network's flat memory.</summary>
    /// <exception cref="InvalidOperationException">Its layer belongs to no network yet.</exception>
    public Tensor<T> Tensor => _tensor ?? throw new InvalidOperationException(
        $"The parameter \"{Name}\" has no memory yet: put its layer into a network first.");

    internal void Attach(ArraySegment<T> values, ArraySegment<T> gradient)
    {
        if (_tensor is not null)
        {
            throw new InvalidOperationException(
                $"The layer of parameter \"{Name}\" {Shape} already belongs to a network.");
        }

        _tensor = new Tensor<T>(Shape, values, gradient);
    }
}
