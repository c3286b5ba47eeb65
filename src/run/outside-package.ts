/** What a machine may lack, and the command that installs it. */
export interface OutsidePackage {
  readonly name: string;
  readonly setUp: string;
}
