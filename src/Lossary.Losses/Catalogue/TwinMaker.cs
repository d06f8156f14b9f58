namespace Lossary.Losses;

/// <summary>Makes a loss, or its faster twin where the parameters allow it.</summary>
internal sealed class TwinMaker(LossMaker general, Predicate<double[]> isTwins, LossMaker twin) : LossMaker
{
    public override ILoss Make(LossCard card, double[] parameters, string name) =>
        (isTwins(parameters) ? twin : general).Make(card, parameters, name);

    public override LossTraits Traits(LossCard card) => (isTwins(card.Defaults()) ? twin : general).Traits(card);

    public override string Formula(LossCard card) => general.Formula(card);
}
