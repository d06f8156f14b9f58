namespace Lossary.Losses;

/// <summary>Stands for a weighted sum, which was made when it was read.</summary>
/// <param name="sum">The sum.</param>
/// <param name="entries">Those of its terms.</param>
internal sealed class SumMaker(ILossSum sum, LossEntry[] entries) : LossMaker
{
    public override ILoss Make(LossCard card, double[] parameters, string name) => sum;

    public override LossTraits Traits(LossCard card) => sum.Traits;

    public override string Formula(LossCard card) => string.Join(
        " + ", sum.Sum.Terms.Zip(entries, (term, entry) => LossSumText.Latex(term.Weight, entry.Formula)));
}
