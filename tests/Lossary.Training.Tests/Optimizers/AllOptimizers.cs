using System.Numerics;

namespace Lossary.Training.Tests;

/// <summary>Every optimizer, with all the state it can have.</summary>
internal static class AllOptimizers
{
    public static TheoryData<string> Names => [.. Make<float>().Keys];

    public static Optimizer<T> Create<T>(string name) where T : unmanaged, IFloatingPointIeee754<T> => Make<T>()[name];

    private static Dictionary<string, Optimizer<T>> Make<T>() where T : unmanaged, IFloatingPointIeee754<T> => new()
    {
        ["gradient descent"] = new Sgd<T>(0.1) { WeightDecay = 0.01 },
        ["momentum"] = new Sgd<T>(0.1) { Momentum = 0.9, Dampening = 0.1 },
        ["Nesterov"] = new Sgd<T>(0.1) { Momentum = 0.9, Nesterov = true },
        ["Adagrad"] = new Adagrad<T>(0.1) { RateDecay = 0.1, InitialSum = 0.5 },
        ["RMSprop"] = new RmsProp<T>(0.1),
        ["RMSprop, centered, momentum"] = new RmsProp<T>(0.1) { Centered = true, Momentum = 0.9 },
        ["Adam"] = new Adam<T>(0.1) { WeightDecay = 0.01 },
        ["AMSGrad"] = new Adam<T>(0.1) { AmsGrad = true },
        ["AdamW"] = new AdamW<T>(0.1),
    };
}
