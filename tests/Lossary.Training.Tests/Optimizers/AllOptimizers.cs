using System.Numerics;

namespace Lossary.Training.Tests;

/// <summary>Every optimizer, with all the state it can have.</summary>
internal static class AllOptimizers
{
    public static TheoryData<string> Names => [.. Make<float>().Keys];

    public static Optimizer<T> Create<T>(string name, bool climbs = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Make<T>(climbs)[name];

    private static Dictionary<string, Optimizer<T>> Make<T>(bool climbs = false)
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            ["gradient descent"] = new Sgd<T>(0.1) { Maximize = climbs, WeightDecay = 0.01 },
            ["momentum"] = new Sgd<T>(0.1) { Maximize = climbs, Momentum = 0.9, Dampening = 0.1 },
            ["Nesterov"] = new Sgd<T>(0.1) { Maximize = climbs, Momentum = 0.9, Nesterov = true },
            ["Adagrad"] = new Adagrad<T>(0.1) { Maximize = climbs, RateDecay = 0.1, InitialSum = 0.5 },
            ["RMSprop"] = new RmsProp<T>(0.1) { Maximize = climbs },
            ["RMSprop, centered, momentum"] = new RmsProp<T>(0.1) { Maximize = climbs, Centered = true, Momentum = 0.9 },
            ["Adam"] = new Adam<T>(0.1) { Maximize = climbs, WeightDecay = 0.01 },
            ["AMSGrad"] = new Adam<T>(0.1) { Maximize = climbs, AmsGrad = true },
            ["AdamW"] = new AdamW<T>(0.1) { Maximize = climbs },
            ["Adamax"] = new Adamax<T>(0.1) { Maximize = climbs, WeightDecay = 0.01 },
            ["NAdam"] = new NAdam<T>(0.1) { Maximize = climbs },
            ["RAdam"] = new RAdam<T>(0.1) { Maximize = climbs },
            ["RAdam, soon adaptive"] = new RAdam<T>(0.1) { Maximize = climbs, Beta2 = 0.8 },
            ["Adadelta"] = new Adadelta<T>(0.1) { Maximize = climbs, WeightDecay = 0.01 },
            ["Rprop"] = new Rprop<T>(0.1) { Maximize = climbs },
            ["averaged gradient descent"] = new AveragedSgd<T>(0.1) { Maximize = climbs, Lambda = 0.1, Start = 0 },
        };
}
