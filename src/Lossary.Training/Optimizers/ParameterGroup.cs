using System.Numerics;

namespace Lossary.Training;

/// <summary>Parameters of a network that an optimizer treats in a way of their own.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed record ParameterGroup<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Biases, and the scales and shifts of norms: what usually takes no weight decay.</summary>
    public static ParameterGroup<T> WithoutDecay { get; } = new()
    {
        Holds = static parameter => !parameter.IsPenalized,
        HasWeightDecay = false,
    };

    /// <summary>Which parameters belong to the group, where no earlier group holds them.</summary>
    public required Func<NetworkParameter<T>, bool> Holds
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Holds));
            field = value;
        }
    }

    /// <summary>What the learning rate is multiplied by; finite, not negative, 0 to leave the group as it is.</summary>
    /// <value>1.</value>
    public double LearningRateFactor
    {
        get;
        init => field = Setting.RequireNotNegative(value, nameof(LearningRateFactor));
    } = 1;

    /// <summary>Whether the optimizer's weight decay applies to the group.</summary>
    /// <value>true.</value>
    public bool HasWeightDecay { get; init; } = true;
}
